import { migrationsContract } from "./migrations.contract";
import { removePlaces } from "./places";
import { storageContract } from "./storage.contract";

afterAll(removePlaces);

migrationsContract("sqlite");
storageContract("sqlite");
