import { writeFileSync } from "node:fs";
import { Installation } from "../cli/service/terminal";
import { addressOf, MANAGERS, oidOf } from "./people";

/** A new installation on SQLite with one store: its managers and so many people. */
export async function setUp(people: number) {
  const place = new Installation();
  await place.setUp();
  const person = (id: string, role: string) =>
    `person,${id},${id},store,${role},${oidOf(id)},${addressOf(id)}`;
  const file = place.at("people.csv");
  writeFileSync(
    file,
    [
      "kind,id,name,unit,role,oid,address",
      "unit,store,店",
      ...Array.from({ length: MANAGERS }, (_, index) => person(`m${index}`, "manager")),
      person("flooder", "staff"),
      ...Array.from({ length: people }, (_, index) => person(`p${index}`, "staff")),
    ].join("\n"),
  );
  const { status, err } = await place.run("directory", "import", file);
  if (status !== 0) throw new Error(err);
  return { environment: place.environment, remove: () => place.remove() };
}
