import { SignInError } from "../host/account";
import type { Account, Accounts } from "../host/account";
import { RoamingSettings } from "../host/roaming-settings";
import type { SettingsStorage } from "../host/roaming-settings";
import type { Person } from "../model";
import type { World } from "../world";
import { OutlookSignIn } from "./outlook-sign-in";

/** Each person's account; without a world nobody can sign in anywhere. */
export function accountsOf(world: World | null, storage: SettingsStorage): Accounts {
  const outlook = world && new OutlookSignIn(world);
  const make = (person: Person): Account => ({
    signIn: () => outlook?.signIn(person) ?? Promise.resolve({ error: SignInError.notSupported }),
    canSignIn: outlook !== null,
    settings: new RoamingSettings(storage, `mailbox ${world?.id ?? ""} ${person.id}`),
  });
  const made = new Map<string, Account>();
  return (person) => {
    const account = made.get(person.id) ?? make(person);
    made.set(person.id, account);
    return account;
  };
}
