import { recipientCensus } from "../../src/inspection/recipients";
import { mail, to } from "./mail";

const INSIDE = ["sekisho-motors.example", "日本語.example"];
const standing = (address: string, group = false) =>
  recipientCensus(mail({ recipients: [{ ...to(address), group }] }), INSIDE)[0];

test.each([
  ["sato@sekisho-motors.example", "inside", null],
  ["Sato@SEKISHO-MOTORS.example", "inside", null],
  ["sato@shop.sekisho-motors.example", "inside", null],
  ["sato@日本語.example", "inside", null],
  ["sato@xn--wgv71a119e.example", "inside", null],
  ["sato@evil-sekisho-motors.example", "outside", null],
  ["sato@sekisho-motors.example.evil.example", "outside", null],
  ["", "outside", "recipient/blank"],
  ["  ", "outside", "recipient/blank"],
  ["sato", "outside", "recipient/address"],
  ["a@b@sekisho-motors.example", "outside", "recipient/address"],
  ["a@evil.example,b@sekisho-motors.example", "outside", "recipient/address"],
  ["x%evil.example@sekisho-motors.example", "outside", "recipient/address"],
  ["evil.example!x@sekisho-motors.example", "outside", "recipient/address"],
  ["IMCEAFAX-03+2D1234@sekisho-motors.example", "outside", "recipient/address"],
  ["IMCEASMTP-x+40evil+2Eexample@sekisho-motors.example", "outside", "recipient/address"],
  ["SRS0=ab=cd=evil.example=x@sekisho-motors.example", "outside", "recipient/address"],
  ["=?utf-8?q?x=40evil.example?=@sekisho-motors.example", "outside", "recipient/address"],
  ["taro_gmail.com#EXT#@sekisho-motors.example", "outside", "recipient/address"],
])("%j is %s (%s)", (address, expected, couldNotLook) => {
  expect(standing(address)).toMatchObject({ standing: expected, couldNotLook });
});

test("a group is outside and could not be looked into, whatever its address", () => {
  expect(standing("all@sekisho-motors.example", true)).toMatchObject({
    standing: "outside",
    couldNotLook: "recipient/group",
  });
});

test("a field as long as the client's limit may have been cut off", () => {
  const message = mail({ recipients: [to("a@sekisho-motors.example")], cappedFields: ["to"] });
  expect(recipientCensus(message, INSIDE)[0]?.couldNotLook).toBe("recipient/capped");
});
