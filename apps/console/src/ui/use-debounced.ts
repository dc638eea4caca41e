import { useEffect, useState } from 'react';

/** The value once it has been quiet for a while: typing does not ask the server at each key. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return quiet;
}
