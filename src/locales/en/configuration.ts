import type { ConfigurationTexts } from "../configuration";

export const configurationEn: ConfigurationTexts = {
  notStarted: "The service does not start. Please mend these settings.",
  started: (origin) => `The service has started: ${origin}`,
  noticesWait: "No mail is set up for notices. Sign-off works; notices wait until it is.",
  keySetEnds: (days) =>
    `The key set ends in ${days} days, and nothing can be signed off then. Make it anew with npx sekisho keys renew (docs/deploy.md).`,
  problems: {
    missing: "is not set. See docs/configuration.md.",
    "not-origin": "has to be https://host, without a path or a slash at the end.",
    "not-address": "has to be an address that begins with https://, without a user or password.",
    "not-list": "has a value that cannot be read; separate values by commas or spaces.",
    "not-guid": "has to be an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.",
    "not-listen": 'has to be "address:port", such as 127.0.0.1:8080.',
    "not-database": "has to begin with postgres:// or file:.",
    "not-secret": "has to be 32 bytes in base64url; npx sekisho keys init makes it.",
    "not-key": "is no key; use what npx sekisho keys init wrote, as it is.",
    "not-mailbox": "has to be the mail address that notices come from.",
    "not-smtp": "has to be smtp://host:587 or smtps://host:465.",
    "not-level": "has to be fatal, error, warn or info.",
    "not-hours":
      "has to be like 09:00-18:00, 1-5 for Monday to Friday, or 2026-01-01 for a day off.",
    "not-number": "has to be a whole number within its range; see docs/configuration.md.",
    "unreadable-file": "names a file that cannot be read; check its place and rights.",
    "both-given": "is given both directly and as _FILE; keep one of them.",
    "same-origin": "has to be on a host name of its own, not that of the service or the add-in.",
    "same-database": "has to be another database than DATABASE_URL.",
    loopback: "points at this machine itself; give the address of your company's sign-in.",
    "empty-tenants": "names nobody; give the id of at least one tenant whose people may sign in.",
    "demo-issuer": "is the demo's sign-in; give your company's.",
    "demo-tenant": "is the demo's company; give the id of your own tenant.",
    "demo-keys": "holds the demo's keys; make your own with npx sekisho keys init.",
    "demo-people": "is a database whose directory has the demo's people; do not use it.",
    "storage/url": "is no address of a database; it begins with postgres:// or file:.",
    "storage/newer-schema": "was used by a newer release; run that release or a later one.",
    "storage/half-migrated":
      "was left in the middle of an update; restore the backup or start once more.",
    "storage/other-keys": "is used with other keys; go back to the same key set and secret.",
    "storage/older-keys": "is used with a newer key set; use that one.",
    "storage/same-key-store": "has to be another database than DATABASE_URL.",
    "keys/invalid":
      "do not fit each other or have expired; check what keys init wrote; an old key set is made anew with keys renew.",
    "record/sink": "cannot be written; check place and rights of SEKISHO_HEADS_FILE.",
    "network/taken": "cannot be listened on; check that no other program uses it.",
    failed: "did not work for an unknown reason; tell whoever runs it the kind and place shown.",
  },
};
