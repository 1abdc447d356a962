import type { ServiceCommandsTexts } from "../service-commands";

const PARTS = { units: "unit", persons: "person", mailboxes: "mailbox", dutyPool: "duty pool" };

const PROBLEMS: Readonly<Record<string, string>> = {
  "directory/not-csv": "cannot be read as CSV; look for a quote that does not end.",
  "directory/not-json": "cannot be read as JSON.",
  "directory/shape": "has another shape; compare with the example in docs/directory.md.",
  "directory/columns": "has an unknown column or another number of columns.",
  "directory/kind": "kind has to be unit, person, account, manager, deputy or mailbox.",
  "directory/value": "has no value or one that cannot be used.",
  "directory/twice": "has the same thing twice.",
  "directory/unknown-unit": "names a unit that is not in the directory.",
  "directory/unknown-person": "names a person who is not in the directory.",
  "directory/address": "has a mail address that cannot be read or is not in its normal form.",
  "directory/dates": "has a date that cannot be read, or an end before its beginning.",
  "directory/not-manager": "names somebody who is no manager of that unit.",
  "directory/cycle": "has units that belong to each other in a circle.",
  "directory/no-manager": "has a unit without a manager who can sign off; name at least one.",
  "directory/no-second-approver":
    "has nobody to sign off a manager's own mail; add one above the unit or to the duty pool.",
  "directory/stale": "Something else was published meanwhile; run it once more.",
  "directory/invalid": "The directory cannot be published like this.",
  "policy/stale": "Something else was published meanwhile; run it once more.",
  "policy/invalid": "The policy cannot be published like this.",
  "api/unavailable": "The database cannot be reached.",
  "approval/seal-broken":
    "Rows of the database were altered by somebody other than the service. Nothing was changed.",
};

export const serviceCommandsEn: ServiceCommandsTexts = {
  usage: `Usage (setting up a service):
  sekisho manifest --host https://… [--id GUID] [--client-id GUID]
      Prints the manifest for your own host. Keep the --id once it is chosen.
      --client-id is the client id of your registration in Entra.
  sekisho addin FOLDER --host https://…
      Writes the add-in's files for another host, and prints the headers it has to send.
  sekisho keys init FOLDER
      Makes a new set of keys and secrets.
  sekisho keys renew FOLDER --root FILE
      Makes the key set anew (for 180 days), without keys that have had their time.
  sekisho keys rotate FOLDER --root FILE [--now]
      Changes the signing keys: announces the next ones, and 14 days later puts them in place.
      --now only where keys have leaked: at once, and what was approved before counts no more.
  sekisho directory import FILE [--dry-run] [--tenant ID]
      Publishes the directory (CSV or JSON); --dry-run only shows the differences.
  sekisho policy show [--tenant ID]
      Prints the policy in force; save it, change it, and give it to policy publish.
  sekisho directory sync [--dry-run] [--grant] [--tenant ID]
      Brings names, addresses, leavers and managers from Microsoft Entra. Who is a manager
      there and not here gets that right only with --grant.
  sekisho policy publish FILE [--dry-run] [--tenant ID]
      Publishes the policy; --dry-run only shows the differences.`,
  badOption: (detail) => `This is not right: ${detail}`,
  sharedId: "Without --id it is the example's id; give a new GUID by --id for your own company.",
  noClientId:
    "Without --client-id Outlook gives the add-in no token; policies then come only with a sign-in in the pane.",
  notAddInOrigin: (host) =>
    `${host} may not call the service; add it to the service's setting SEKISHO_ADDIN_ORIGINS.`,
  addInWritten: (folder, files) =>
    `${files} files are in ${folder}. That host has to send these headers with each of them:`,
  notWritten: (folder, code) =>
    code === "EEXIST"
      ? `${folder}: is there already; name a new folder.`
      : `${folder}: could not be written (${code}).`,
  keysWritten: (folder, files) => `The keys are in ${folder}.

  ${files.root}
      The root of all. Never on the server: move it to a USB stick and into a safe. It is needed
      only to make ${files.set} anew, every 180 days at the latest.
  ${files.signing}  ${files.master}
      On the server, readable by the service alone; back them up apart from each other.
      Without ${files.master} nobody will ever read the database again.
  ${files.set}
      No secret. On the server.
  ${files.settings}
      Add these four lines to the service's settings (environment variables).`,
  renewed: (until, left) =>
    `The key set is good until ${until}${left === 0 ? "" : `; ${left} keys that have had their time are gone`}. Start the service anew.`,
  rotationBegun: (from) =>
    `The next keys are made and named in the key set. Start the service anew, and run this again on or after ${from}.`,
  rotationEarly: (from) =>
    `Too early: everybody knows the next keys on ${from}; run it again then. Nothing was changed.`,
  rotated: (renewFrom) =>
    `The next keys sign from now on. Start the service anew. On or after ${renewFrom}, keys renew leaves the old ones out.`,
  rotatedNow:
    "Other keys sign from now on, and the old ones are gone. Start the service anew. What the old ones approved has to be asked for again.",
  keysNotFit: "The root, the key set and the keys do not belong together. Nothing was changed.",
  unreadable: (file, code) => `${file}: could not be read (${code}).`,
  notDirectory: (file, code, place) =>
    `${file}${place === "" ? "" : ` (${place})`}: ${PROBLEMS[code] ?? code}`,
  notPolicy: (file, place) => `${file}: ${place || "/"} of the policy is not right.`,
  notPublished: (code, place) =>
    `Not published${place === "" ? "" : ` (${place})`}: ${PROBLEMS[code] ?? code}`,
  difference: (part, change, id, fields) =>
    `  ${change}  ${PARTS[part]} ${id}${fields === "" ? "" : ` (${fields})`}`,
  firstPolicy: "It is the first policy; the built-in strict one is in force now.",
  policyDifference: (field) => `  changed  policy ${field}`,
  notGranted: (unit, person) =>
    `  not given  manager of unit ${unit}: person ${person}. Entra says so; --grant gives the right.`,
  strangerManager: (unit) =>
    `  not given  unit ${unit} has a manager in Entra who is not in the directory; import them first.`,
  noGraph:
    "Microsoft Graph is not set up for this tenant; see SEKISHO_GRAPH_TENANT in docs/configuration.md.",
  graphFailed: (code) => `Microsoft Entra gave no answer to go by (${code}). Nothing was changed.`,
  same: "There is no difference. Nothing was changed.",
  dryRun: (changes) => `${changes} differences. Nothing was changed (--dry-run).`,
  published: (version) => `Published, version ${version}.`,
  whichTenant: "There are several tenants; choose one by --tenant ID.",
  settingsAre:
    "Settings are read from environment variables: load the service's own first (docs/deploy.en.md, 5).",
};
