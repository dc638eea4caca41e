const KEY = 'data-map-key';

/**
 * Makes a drawn element a button for the keyboard and for assistive technology.
 * `key` names the thing behind it, so that the focus finds it again when the layer is drawn anew.
 */
export function asButton(element: Element, key: string, label: string, press: () => void): void {
  element.setAttribute('tabindex', '0');
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', label);
  element.setAttribute(KEY, key);
  element.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    press();
  });
}

/** Draws layers anew without taking the focus away from the thing that has it. */
export function keepFocus(container: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  const key = focused && container.contains(focused) ? focused.getAttribute(KEY) : null;
  draw();
  if (key === null) return;
  const again = container.querySelector(`[${KEY}="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement || again instanceof SVGElement) again.focus({ preventScroll: true });
}
