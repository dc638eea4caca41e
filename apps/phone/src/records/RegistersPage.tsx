import { href } from '../app/routes';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { useLabel } from './use-label';
import { useRegisters } from './use-register';

/** The registers the worker may read. */
export function RegistersPage() {
  const t = useWords();
  const labelOf = useLabel();
  const { data, error } = useRegisters();
  return (
    <div class="page">
      <PageHead title={t('phone.registers')} back />
      <NetLine />
      <main class="scroll">
        {!data && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
        {data?.items.length === 0 && <Empty text={t('phone.registers-none')} />}
        <ul class="rows">
          {data?.items.map(({ name, label }) => (
            <li key={name}>
              <a class="row" href={href.records(name)}>
                <span class="g">
                  <b>{labelOf(label)}</b>
                </span>
                <Icon name="next" />
              </a>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
