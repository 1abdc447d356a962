/** Codes that office.js turns into a name and a localised message (`outlook_strings.js`). */
export const ErrorCode = {
  operationNotSupported: 5000,
  invalidParameter: 5010,
  attachmentSizeExceeded: 9000,
  invalidAttachmentId: 9003,
  attachmentToDeleteDoesNotExist: 9008,
  attachmentDeleteFailed: 9009,
  numberOfRecipientsExceeded: 9012,
  genericSettingsError: 9019,
  genericResponseError: 9020,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  numberOfNotificationsExceeded: 9025,
  invalidParameterValue: 9031,
  notSupportedByExtensionPoint: 9032,
  itemNotSaved: 9046,
  keyNotFound: 9050,
  sessionDataExceeded: 9051,
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];
