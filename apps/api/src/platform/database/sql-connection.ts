/** A statement as the driver takes it. */
export type DriverStatement = string | { readonly name?: string; readonly text: string; readonly values: unknown[] };

/** The part of a connection of the driver that this server uses, alike on both databases. */
export interface SqlConnection {
  query<Row>(statement: DriverStatement): Promise<{ readonly rows: Row[]; readonly command: string }>;
}
