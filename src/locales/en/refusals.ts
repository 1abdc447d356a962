import type { RefusalsTexts } from "../refusals";

export const refusalsEn: RefusalsTexts = {
  "extract/encrypted": {
    what: "It is protected by a password.",
    remedy: "Attach the original file without a password.",
  },
  "extract/damaged": {
    what: "The file is damaged.",
    remedy: "Open it in its own program, save it again and attach it again.",
  },
  "extract/too-large": {
    what: "It is too large to be looked through.",
    remedy: "Keep only the part that is needed, or split it.",
  },
  "extract/too-deep": {
    what: "It holds archives inside of archives.",
    remedy: "Unpack them and attach the files themselves.",
  },
  "extract/too-many-entries": {
    what: "The archive holds too many files.",
    remedy: "Attach only the files that are needed.",
  },
  "extract/too-slow": {
    what: "There was not enough time to look through it.",
    remedy: "Try again, or keep only the part that is needed.",
  },
  "extract/image": {
    what: "Pictures and videos cannot be looked into automatically.",
    remedy: "Look at what they show yourself.",
  },
  "extract/pdf": {
    what: "The text of this PDF cannot be looked into automatically.",
    remedy: "Attach the original document, or read it through yourself.",
  },
  "extract/unknown": {
    what: "It is not known what kind of file this is.",
    remedy: "Save it in a format that can be looked into, such as xlsx, docx or csv.",
  },
  "extract/unsupported": {
    what: "This format cannot be looked into yet.",
    remedy: "Save it in a format that can be looked into, such as xlsx, docx or csv.",
  },
  "extract/elsewhere": {
    what: "This format cannot be looked into at the moment of sending.",
    remedy: "Press “Open Sekisho”: the pane looks into the file and shows what is in it.",
  },
  "extract/active-content": {
    what: "It holds active content such as programs or forms.",
    remedy: "Remove them, or keep the plain text only.",
  },
  "attachment/cloud": {
    what: "It is a link to a file in the cloud, which cannot be looked into.",
    remedy: "Save the file and attach a copy of it.",
  },
  "attachment/item": {
    what: "A mail or an appointment is attached as it is and cannot be looked into.",
    remedy: "Save it as a file and attach that, or remove it.",
  },
  "attachment/unreadable": {
    what: "An attachment or an image of the text could not be read.",
    remedy: "Wait until it is loaded, or remove it and attach it again.",
  },
  "recipient/group": {
    what: "This is a group: it is not known who receives the mail.",
    remedy: "Expand the group into single recipients.",
  },
  "recipient/blank": {
    what: "This recipient has no known address.",
    remedy: "Remove the recipient and enter the address again.",
  },
  "recipient/capped": {
    what: "There are too many recipients to read them all.",
    remedy: "Send the mail in several parts with fewer recipients each.",
  },
  "recipient/address": {
    what: "The address cannot be read, so it is not known whether it is inside.",
    remedy: "Enter the address again in plain letters.",
  },
  "message/unreadable": {
    what: "A part of the mail could not be read.",
    remedy: "Save the draft, open it again and try once more.",
  },
};
