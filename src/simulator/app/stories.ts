import type { StoryId } from "../../locales/simulator";
import { SEED_IDS } from "../seed/mails";
import { HEAD_OFFICE, MANAGER, STAFF } from "../seed/people";
import type { DemoPerson } from "../seed/people";
import type { Client, Place } from "./client";

export interface Story {
  readonly id: StoryId;
  readonly person: DemoPerson;
  readonly place: Place;
  readonly mailId: string;
  /** The 29 addresses are needed. */
  readonly addresses?: boolean;
}

/** In the order in which one would try them. */
export const STORIES: readonly Story[] = [
  { id: "accident", person: STAFF, place: "inbox", mailId: SEED_IDS.summer, addresses: true },
  { id: "sign-off", person: STAFF, place: "inbox", mailId: SEED_IDS.quotationWanted },
  { id: "changed-after", person: STAFF, place: "inbox", mailId: SEED_IDS.quotationWanted },
  { id: "two-managers", person: STAFF, place: "inbox", mailId: SEED_IDS.summer },
  { id: "mismatch", person: STAFF, place: "inbox", mailId: SEED_IDS.quotationWanted },
  { id: "everyday", person: STAFF, place: "inbox", mailId: SEED_IDS.chat },
  { id: "draft", person: STAFF, place: "drafts", mailId: SEED_IDS.draftOutside },
  { id: "phone", person: STAFF, place: "drafts", mailId: SEED_IDS.draftPhone },
  { id: "mail-in-mail", person: STAFF, place: "inbox", mailId: SEED_IDS.mailInMail },
  { id: "resend", person: STAFF, place: "sent", mailId: SEED_IDS.sentList },
  { id: "head-office", person: HEAD_OFFICE, place: "sent", mailId: SEED_IDS.summerSent },
  {
    id: "manager",
    person: MANAGER,
    place: "inbox",
    mailId: SEED_IDS.summerManager,
    addresses: true,
  },
];

/** Signs in as the person of the story and opens its first mail. */
export function begin(client: Client, { person, place, mailId }: Story): void {
  if (client.person.id !== person.id) client.signIn(person);
  client.open(place);
  const mail = client.store.get(mailId);
  if (mail) client.select(mail);
}
