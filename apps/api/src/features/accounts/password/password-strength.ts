const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const LEAST_CHARACTERS = 10;
const LEAST_KINDS = 3;

/** At least ten characters of three of the four kinds (lower, upper, digit, other), and not the user's own name. */
export function isStrongPassword(password: string, username: string): boolean {
  if ([...password].length < LEAST_CHARACTERS) return false;
  if (password.toLowerCase().includes(username.toLowerCase())) return false;
  return KINDS.filter((kind) => kind.test(password)).length >= LEAST_KINDS;
}
