export function BrandMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" stroke="var(--primary)" stroke-width="2" aria-hidden="true">
      <path d="M2 2h24v24H2zM10 2v24M18 2v24M2 10h24M2 18h24" />
      <path d="M10 10h8v8h-8z" fill="var(--primary)" />
    </svg>
  );
}
