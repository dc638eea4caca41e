/** What the database platform must be told; where it comes from is not its business. */
export type DatabaseConfig = {
  /** The API's own login. Unset: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** The owner of the tables, for migrations. */
  readonly databaseOwnerUrl?: string | undefined;
  readonly dataDir: string;
};
