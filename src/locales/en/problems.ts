import type { ProblemsTexts } from "../problems";

export const problemsEn: ProblemsTexts = {
  network: {
    title: "The sign-off service cannot be reached",
    text: "Nothing has changed. Check the network and try again.",
  },
  "api/invalid": {
    title: "The service did not accept this",
    text: "Nothing has changed. Open this page again. If it goes on, tell your administrator.",
  },
  "api/not-found": {
    title: "Not found",
    text: "There is no such request, or you have no right to see it.",
  },
  "api/too-large": {
    title: "Too large to hand over",
    text: "Attach less, or split the message.",
  },
  "api/media-type": {
    title: "The service does not take this form of data",
    text: "Open this page again. If it goes on, tell your administrator.",
  },
  "api/too-many": {
    title: "Too many actions in a short time",
    text: "Nothing has changed. Wait a minute and try again.",
  },
  "api/internal": {
    title: "Something went wrong in the service",
    text: "Nothing has changed. Wait a moment and try again.",
  },
  "api/unavailable": {
    title: "The service is not available now",
    text: "Nothing has changed. Wait a moment and try again.",
  },
  "identity/missing": {
    title: "Please sign in",
    text: "Sign in with your company account, so that it is known who decides.",
  },
  "identity/invalid": {
    title: "Please sign in again",
    text: "Your sign-in has run out. Nothing has changed.",
  },
  "identity/stale": {
    title: "Please sign in again",
    text: "This decision needs a fresh sign-in. Nothing has been decided yet. After signing in, press the button once more.",
  },
  "identity/unknown-person": {
    title: "This account is not in the directory",
    text: "Sign in with another account, or ask your administrator to add this one.",
  },
  "identity/not-allowed": {
    title: "You may not do this",
    text: "Nothing has changed. Ask somebody who has the right.",
  },
  "approval/not-sender": {
    title: "You are not the sender",
    text: "Only the person who sends the message can ask for its sign-off.",
  },
  "approval/not-askable": {
    title: "No sign-off can release this message",
    text: "Mend it as described, then check it again.",
  },
  "approval/incomplete": {
    title: "Parts of the message are missing",
    text: "Ask once more.",
  },
  "approval/no-approver": {
    title: "There is nobody who could sign it off",
    text: "Ask your administrator to enter an approver.",
  },
  "approval/too-many-open": {
    title: "Too many requests are waiting",
    text: "Wait for a decision, or withdraw those that are not needed.",
  },
  "approval/state": {
    title: "This request has been decided already",
    text: "Your decision was not recorded. Its present state is shown below.",
  },
  "approval/digest-mismatch": {
    title: "This is not what was shown to you",
    text: "Your decision was not recorded. The present content has been read again: please check it once more.",
  },
  "approval/ticks-mismatch": {
    title: "The recipients you ticked do not match",
    text: "Your decision was not recorded. The present content has been read again: please check the recipients once more.",
  },
  "approval/number-mismatch": {
    title: "The number does not match",
    text: "Your decision was not recorded. Check the number of people and type it again.",
  },
  "approval/self": {
    title: "You cannot sign off your own message",
    text: "Nor can an owner of the shared mailbox, or anybody who may send for it. Ask another approver.",
  },
  "approval/no-right": {
    title: "You may not decide this request",
    text: "Your decision was not recorded. Managers of the sender’s unit and their deputies can decide it.",
  },
  "approval/seal-broken": {
    title: "Stopped: the stored data was tampered with or is damaged",
    text: "Nothing has changed. Tell your administrator at once.",
  },
  "release/unknown": {
    title: "No such sign-off",
    text: "Ask for sign-off again.",
  },
  "release/used": {
    title: "This sign-off has been used",
    text: "To send the same message once more, ask for sign-off again.",
  },
  "policy/stale": {
    title: "Somebody else changed it first",
    text: "Read the present policy again, then make your change.",
  },
  "policy/invalid": {
    title: "The policy has a mistake",
    text: "Correct the place that is named.",
  },
  "directory/stale": {
    title: "Somebody else changed it first",
    text: "Read the present directory again, then make your change.",
  },
  "directory/invalid": {
    title: "The directory has a mistake",
    text: "Correct the place that is named.",
  },
};
