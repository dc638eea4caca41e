import { Element, type RegisterView } from '@wangge/contracts';
import { useStore } from 'react-admin';
import { NavLink, useLocation } from 'react-router-dom';
import { DESIGNER } from '../designer/designer-address';
import { useMayDefine } from '../designer/designer-queries';
import { useTexts } from '../i18n/use-texts';
import { registerAddress } from '../registers/register-address';
import { useRegisters } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';

/** 登记库 with the registers the viewer may read; folded to one entry that leads to the first. */
export function RegisterEntries({ folded }: { readonly folded: boolean }) {
  const t = useTexts();
  const { pathname } = useLocation();
  const mayDefine = useMayDefine();
  const [closed, setClosed] = useStore('navigation.registers.closed', false);
  const registers = useRegisters().data?.items ?? [];
  if (registers.length === 0) return null;
  const words = t('console.registers');
  const here = pathname.startsWith('/registers');
  if (folded) {
    return (
      <li>
        <NavLink to="/registers" title={words} aria-label={words}>
          <Icon name="registers" />
        </NavLink>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className={here ? 'nav-group here' : 'nav-group'}
        aria-expanded={!closed}
        onClick={() => setClosed(!closed)}
      >
        <Icon name="registers" />
        {words}
        <Icon name={closed ? 'right' : 'down'} size={12} />
      </button>
      {!closed && (
        <ul className="nav-within">
          {byElement(registers).map(({ element, members }) => (
            <ElementEntry key={element} element={element} registers={members} />
          ))}
          {mayDefine && (
            <li>
              <NavLink to={DESIGNER}>{t('console.designer')}</NavLink>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

interface ElementEntryProps {
  readonly element: Element;
  readonly registers: readonly RegisterView[];
}

/** The eight elements in their own order, each with its registers; those without any are left out. */
const byElement = (registers: readonly RegisterView[]): readonly { element: Element; members: readonly RegisterView[] }[] =>
  Element.options
    .map((element) => ({ element, members: registers.filter((register) => register.element === element) }))
    .filter(({ members }) => members.length > 0);

/** 天地人事物情组织家庭: marks rather than words, the same in every language. */
const SIGNS = {
  sky: '天',
  land: '地',
  people: '人',
  events: '事',
  objects: '物',
  situations: '情',
  organizations: '组',
  households: '家',
} as const satisfies Record<Element, string>;

/** One element: open until it is closed, and always where the page shown stands in it. */
function ElementEntry({ element, registers }: ElementEntryProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { pathname } = useLocation();
  const here = registers.some(({ name }) => isBelow(pathname, registerAddress(name)));
  const [open, setOpen] = useStore(`navigation.registers.${element}`, true);
  const shown = open || here;
  return (
    <li>
      <button type="button" className="nav-element" aria-expanded={shown} onClick={() => setOpen(!open)}>
        <span className="nav-sign" data-sign={SIGNS[element]} aria-hidden="true" />
        {t(`element.${element}`)}
        <Icon name={shown ? 'down' : 'right'} size={12} />
      </button>
      {shown && (
        <ul className="nav-within">
          {registers.map(({ name, label }) => (
            <li key={name}>
              <NavLink to={registerAddress(name)}>{labelOf(label)}</NavLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const isBelow = (pathname: string, address: string): boolean => pathname === address || pathname.startsWith(`${address}/`);
