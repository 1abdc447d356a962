import { removePlaces } from "../storage/places";
import { roadContract } from "./road.contract";
import { secrecyContract } from "./secrecy.contract";
import { tamperingContract } from "./tampering.contract";

afterAll(removePlaces);

roadContract("sqlite");
tamperingContract("sqlite");
secrecyContract("sqlite");
