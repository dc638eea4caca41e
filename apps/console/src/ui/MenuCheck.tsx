import { Icon } from './Icon';

/** Shows whether a `menuitemcheckbox` is on; the item itself says so to assistive technology. */
export function MenuCheck({ on }: { readonly on: boolean }) {
  return (
    <span className={on ? 'menu-check on' : 'menu-check'} aria-hidden="true">
      {on && <Icon name="check" size={12} />}
    </span>
  );
}
