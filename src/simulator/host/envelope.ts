/** The envelope of the messages between office.js and its host page, as the library writes it. */

export const REQUEST = 0;
export const RESPONSE = 1;

export const INVOKE = 0;
export const REGISTER_EVENT = 1;
export const UNREGISTER_EVENT = 2;

export const ANSWER = 0;
export const EVENT = 1;

export const OK = 0;
export const HANDLING_FAILED = -2;

const SERIALIZER_VERSION = 1;

export interface Request {
  readonly actionType: number;
  readonly actionName: string;
  readonly correlationId: number;
  readonly data: unknown;
}

export interface Response {
  readonly actionName: string;
  readonly correlationId: number;
  readonly responseType: typeof ANSWER | typeof EVENT;
  readonly data: unknown;
  readonly errorCode: number;
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null;

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Null for what is no request of this conversation; other scripts post messages too. */
export function parseRequest(text: unknown, conversationId: string): Request | null {
  const message = fieldsOf(parseJson(text));
  if (message["_messageType"] !== REQUEST || message["_conversationId"] !== conversationId)
    return null;
  return {
    actionType: Number(message["_actionType"]),
    actionName: String(message["_actionName"]),
    correlationId: Number(message["_correlationId"]),
    data: message["_data"],
  };
}

export const formatResponse = (response: Response, conversationId: string): string =>
  JSON.stringify({
    _messageType: RESPONSE,
    _actionName: response.actionName,
    _conversationId: conversationId,
    _correlationId: response.correlationId,
    _origin: location.origin,
    _data: response.data,
    _errorCode: response.errorCode,
    _responseType: response.responseType,
    _serializerVersion: SERIALIZER_VERSION,
  });

export function parseJson(text: unknown): unknown {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
