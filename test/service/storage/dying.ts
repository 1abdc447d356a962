// Begins a step of a migration, says so and waits to be killed. Argument: the database's URL.
import { sql } from "kysely";
import { openDatabase } from "../../../src/service/storage/database";
import { migrate, type Migration } from "../../../src/service/storage/migrate";

const dying: Migration = async (db) => {
  await sql`create table half (a text not null)`.execute(db);
  process.stdout.write("half\n");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
};

void migrate(openDatabase(process.argv[2] ?? ""), [dying]);
