import { removePlaces } from "../storage/places";
import { roadContract } from "./road.contract";

afterAll(removePlaces);

roadContract("sqlite");
