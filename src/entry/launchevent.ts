import { associate } from "../outlook/actions";
import { createCall } from "../outlook/call";
import { changedHandler } from "../outlook/changed-handler";
import { composeHandler } from "../outlook/compose-handler";
import { createOpening } from "../outlook/opening";
import { sendHandler } from "../outlook/send-handler";

const runtime = {
  call: createCall(),
  clock: () => Date.now(),
  watchdog: 60_000,
  opening: createOpening(),
};
const changed = changedHandler(runtime);

associate({
  onMessageSendHandler: sendHandler(runtime),
  onMessageComposeHandler: composeHandler(runtime),
  onMessageRecipientsChangedHandler: changed,
  onMessageAttachmentsChangedHandler: changed,
});
