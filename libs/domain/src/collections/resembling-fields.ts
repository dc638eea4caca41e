import type { RegisterDefinition } from '../registers/definition.js';
import { type FoundField, isOfAnyForm, meaningOf, plainLabel } from '../registers/own/similar-fields.js';

/** What is said around the thing that is asked for. */
const AROUND =
  /请填写|请选择|请问|填写|是多少|是什么|有多少|多少|有没有|是否有|是否|有无|现在的?|目前的?|您的?|本人的?|居民的?|住户的?|家里的?|的|吗|呢|pleaseenter|pleasefillin|whatis|your|the/gu;

const MOST = 5;
/** From here on a label is worth a warning: 1 is the same word. */
const LEAST = 0.68;

interface Word {
  readonly text: string;
  readonly meaning: string;
}

/** As it stands, and without what is said around it. */
function wordsOf(label: string): readonly Word[] {
  const whole = plainLabel(label);
  const bare = whole.replace(AROUND, '');
  return [...new Set([whole, bare])].filter((text) => !isOfAnyForm(text)).map((text) => ({ text, meaning: meaningOf(text) }));
}

/**
 * How much two labels look like asking for the same, 0 to 1: by a word that means the same, by one standing in the other,
 * or by the pairs of characters they share. It is the same from either side.
 */
export function labelLikeness(one: string, other: string): number {
  const scores = wordsOf(one).flatMap((a) => wordsOf(other).map((b) => wordLikeness(a, b)));
  return Math.max(0, ...scores);
}

function wordLikeness(a: Word, b: Word): number {
  if (a.meaning === b.meaning) return 1;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  // One sign is a word by itself (楼, 户), and stands in many others.
  if (short.length < 2) return 0;
  const within = long.includes(short) ? 0.4 + 0.5 * (short.length / long.length) : 0;
  return Math.max(within, shareOfPairs(short, long));
}

/** Dice's coefficient of neighbouring characters. */
function shareOfPairs(a: string, b: string): number {
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  const shared = ofA.filter((pair) => ofB.includes(pair)).length;
  const sharedBack = ofB.filter((pair) => ofA.includes(pair)).length;
  return (shared + sharedBack) / (ofA.length + ofB.length);
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Fields of these registers that a new question looks like, the likest first; those of `near` before others alike. */
export function resemblingFields(
  question: string,
  registers: readonly RegisterDefinition[],
  near?: string,
): readonly FoundField[] {
  const found = registers.flatMap((register) =>
    register.fields.map((field) => {
      const { zh, en } = field.label;
      return { register, field, score: Math.max(labelLikeness(question, zh), labelLikeness(question, en)) };
    }),
  );
  const isNear = ({ register }: FoundField) => Number(register.name === near);
  return found
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || isNear(b) - isNear(a))
    .slice(0, MOST)
    .map(({ register, field }) => ({ register, field }));
}
