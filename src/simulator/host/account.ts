import type { Person } from "../model";
import type { RoamingSettings } from "./roaming-settings";

/** Codes of `getAccessToken` as Microsoft documents them for add-ins' sign-in. */
export const SignInError = {
  notSignedIn: 13001,
  aborted: 13002,
  invalidResource: 13004,
  invalidGrant: 13005,
  clientError: 13006,
  noTokenFromHost: 13007,
  notSupported: 13012,
} as const;
export type SignInError = (typeof SignInError)[keyof typeof SignInError];

export type SignIn = { readonly accessToken: string } | { readonly error: SignInError };

/** What a client keeps of one person's account, whichever window asks. */
export interface Account {
  /** A token of the add-in's own service; never rejects. */
  signIn(): Promise<SignIn>;
  readonly settings: RoamingSettings;
  /** False where this client offers add-ins no sign-in. */
  readonly canSignIn: boolean;
}

export type Accounts = (person: Person) => Account;
