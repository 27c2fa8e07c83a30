/** Gives the focus to the row after or before the one that has it, or to the first. */
export function moveFocus(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-queue-row]')];
  const current = links.findIndex((link) => link === document.activeElement);
  links[current === -1 ? 0 : current + by]?.focus();
}
