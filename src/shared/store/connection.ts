import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export type Engine = "sqlite" | "postgres";
/** A connection, inside a transaction or not. */
export type Connection = Kysely<Tables> | Transaction<Tables>;
