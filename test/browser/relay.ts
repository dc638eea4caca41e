import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** An address that stays while the server behind it goes and comes again on another port, as behind a gateway. */
export class Relay {
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  /** `target` is asked at each connection for the origin to lead to. */
  static async to(target: () => string): Promise<Relay> {
    const server = createServer((here) => relay.join(here, connect(Number(new URL(target()).port), '127.0.0.1')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has an address with a port.
    const { port } = server.address() as AddressInfo;
    const relay = new Relay(server, `http://127.0.0.1:${port}`);
    return relay;
  }

  private join(here: Socket, there: Socket): void {
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      this.open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
