import { BLOCK, type Rule } from "../context";

/**
 * A mail to nobody that can be seen. Outlook sends to somebody: where Send was pressed, a list of
 * contacts may be missing from every field.
 */
export const noRecipients: Rule = {
  id: "no-recipients",
  judge: ({ message }) =>
    message.recipients.length > 0 ? null : { ...BLOCK, facts: {}, attachments: [], fixes: [] },
};
