// One line for each step: what it is, how far it got, how long it took.

const isLive = process.stdout.isTTY === true;
const REPEAT = isLive ? 500 : 10_000;

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function write(line) {
  process.stdout.write(isLive ? `\r\x1b[2K${line}` : `${line}\n`);
}

/**
 * Runs a step and shows its progress: on a terminal in one changing line, elsewhere in a new line
 * every ten seconds. `work` receives a function that says how far it is.
 */
export async function step(title, work) {
  const began = Date.now();
  let detail = '';
  const show = () => write(`… ${title} ${detail ? `${detail} · ` : ''}${seconds(began)}`);
  if (isLive) show();
  else write(`… ${title}`);
  const timer = setInterval(show, REPEAT);
  try {
    const result = await work((text) => {
      detail = text;
    });
    write(`✓ ${title} · ${seconds(began)}${isLive ? '\n' : ''}`);
    return result;
  } catch (error) {
    write(`✗ ${title} · ${seconds(began)}${isLive ? '\n' : ''}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** A failure the reader can act on: said in words, without a stack. */
export class Stopped extends Error {
  constructor(chinese, english, more = '') {
    super([chinese, english, more].filter(Boolean).join('\n'));
    this.name = 'Stopped';
  }
}
