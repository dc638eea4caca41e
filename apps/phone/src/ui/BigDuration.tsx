/** "1时20分" with the numbers large and the words small, in either language. */
export function BigDuration({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(\d+)/)
        .map((part, index) => (/^\d+$/.test(part) ? part : part.trim() && <small key={index}>{part.trim()}</small>))}
    </>
  );
}
