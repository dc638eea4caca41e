/** What stands where nothing is: what it means, and what to do next. */
export function Empty({ text, hint }: { text: string; hint?: string | undefined }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {hint && <p class="muted">{hint}</p>}
    </div>
  );
}
