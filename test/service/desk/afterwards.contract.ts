import type { Policy } from "../../../src/core/policy";
import type { DatabaseName } from "../storage/places";
import { approve, asked, company, DIRECTORY, reject, sending, type Company } from "./company";
import { recordOf, release } from "./road";

const code = (name: string) => ({ code: name });

/** What was asked, approved or rejected, when something changes afterwards. */
export function afterwardsContract(name: DatabaseName): void {
  let at: Company;
  beforeEach(async () => {
    at = await company(name);
  });
  afterEach(() => at.storage.close());

  async function publish(more: Partial<Policy>): Promise<void> {
    const { serial, policy } = await at.desk.livePolicy(at.as("admin"));
    const next = { ...(policy as object), ...more };
    await at.desk.publishPolicy(at.as("admin"), { serial, policy: next });
  }
  const stateOf = async ({ id }: { id: string }) => (await at.desk.detail(at.as("sato"), id)).state;
  const to = (...addresses: string[]) =>
    addresses.map((address) => ({ field: "to" as const, name: "", address, group: false }));

  describe("another policy", () => {
    const others = { many: 100, twoManagers: 1000, consumerBlock: 100 };
    const visible = {
      consumerConfirm: 2,
      consumerBlock: 3,
      companyAddressesBlock: 10,
      companyDomainsBlock: 4,
    };
    const two = to("a@partner.example", "b@partner.example");
    const TIGHTER: readonly [string, ReturnType<typeof to>, Partial<Policy>][] = [
      [
        "keeps such a list for the privacy officer",
        to("a@gmail.com"),
        { others: { ...others, consumerBlock: 3 } },
      ],
      [
        "takes a partner for a private person",
        to("a@partner.example"),
        { consumerDomains: ["partner.example"], others: { ...others, consumerBlock: 3 } },
      ],
      ["stops visible addresses", two, { visible: { ...visible, companyAddressesBlock: 2 } }],
      ["has bulk mail signed off from two on", two, { bulk: { outsideAddresses: 2 } }],
    ];
    test.each(TIGHTER)("that %s: what waits and what was approved ends", async (_, list, more) => {
      const approved = await asked(at, sending({ recipients: list }));
      await approve(at, approved);
      const open = await asked(at, sending({ recipients: list, item: "item-2" }));
      await publish(more);
      expect(await stateOf(approved)).toBe("revoked");
      await expect(release(at, approved.digest)).rejects.toMatchObject(code("release/unknown"));
      expect(await stateOf(open)).toBe("expired");
      await expect(approve(at, open)).rejects.toMatchObject(code("approval/state"));
    });

    test("that no more counts a domain as the company's own: all of it ends", async () => {
      await publish({ insideDomains: ["sister.example"] });
      const approved = await asked(at);
      await approve(at, approved);
      await publish({ insideDomains: [] });
      expect(await stateOf(approved)).toBe("revoked");
    });

    test("that asks for no more than before: nothing ends", async () => {
      const approved = await asked(at, sending({ recipients: two }));
      await approve(at, approved);
      const open = await asked(at, sending({ recipients: two, item: "item-2" }));
      await publish({ individual: "others-only", insideDomains: ["sister.example"] });
      await publish({ visible: { ...visible, companyAddressesBlock: 3 } });
      expect(await stateOf(approved)).toBe("approved");
      expect(await stateOf(open)).toBe("requested");
      expect((await release(at, approved.digest)).ticket).not.toBe("");
    });
  });

  describe("a rejection", () => {
    const twoManagers = {
      ...DIRECTORY,
      units: DIRECTORY.units.map((unit) =>
        unit.id === "store" ? { ...unit, managers: ["kato", "abe"] } : unit,
      ),
    };
    beforeEach(async () => {
      await at.storage.close();
      at = await company(name, twoManagers);
    });

    test("reaches the same file in a request that is open already", async () => {
      const [first, second] = [
        await asked(at),
        await asked(at, sending({ item: "item-2", subject: "別の件名" })),
      ];
      const other = await asked(at, sending({ item: "item-3", subject: "別の表" }, 3, 50));
      await reject(at, first);
      await expect(approve(at, second, "abe")).rejects.toMatchObject(code("api/not-found"));
      const seen = await at.desk.detail(at.as("kato"), second.id);
      expect(seen.unusual).toContain("rejected-before");
      expect(seen.rejectedBefore).toMatchObject({ comment: "宛先が違います" });
      expect((await approve(at, second, "kato")).state).toBe("approved");
      expect((await approve(at, other, "abe")).state).toBe("approved");
    });

    test("says nothing about other mails with the same logo", async () => {
      const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
      const withLogo = (item: string, first: number, body = '<img src="cid:logo">') => {
        const { mail, files } = sending({ item, subject: item }, 3, first);
        const logo = { name: "logo.png", inline: true, contentId: "logo", bytes: png.length };
        return {
          mail: { ...mail, bodyHtml: body, attachments: [...mail.attachments, logo] },
          files: [...files, png],
        };
      };
      await reject(at, await asked(at, withLogo("item-1", 0)));
      const next = await asked(at, withLogo("item-2", 50));
      expect(next.rejectedBefore).toBeNull();
      expect(next.unusual).not.toContain("rejected-before");
      expect((await approve(at, next, "abe")).state).toBe("approved");
      const asFile = await asked(at, withLogo("item-3", 100, "<p>写真</p>"));
      expect(asFile.unusual).toContain("rejected-before");
    });
  });

  test("an admin who takes an approval back is shown nothing of the mail", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    const ended = await at.desk.revoke(at.as("admin"), shown.id, "誤り");
    expect(ended).toMatchObject({ state: "revoked", subject: "", recipients: [], results: [] });
    const own = await asked(at, sending({ item: "item-2" }));
    await approve(at, own);
    const byManager = await at.desk.revoke(at.as("kato"), own.id, "誤り");
    expect(byManager).toMatchObject({ state: "revoked", subject: "お客様一覧" });
  });

  test("a hundred looks, with the right or without, change nothing", async () => {
    const shown = await asked(at);
    const before = await at.desk.detail(at.as("sato"), shown.id);
    for (let i = 0; i < 50; i++) {
      await at.desk.detail(at.as("kato"), shown.id);
      await expect(at.desk.detail(at.as("abe"), shown.id)).rejects.toMatchObject(
        code("api/not-found"),
      );
    }
    expect(await at.desk.detail(at.as("sato"), shown.id)).toEqual(before);
    const kinds = (await recordOf(at)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(["directory-published", "request-asked", "view-recorded"]),
    );
    expect((await approve(at, shown)).state).toBe("approved");
  });

  test("an offline release by a clock that is two minutes behind is recorded, not one before", async () => {
    const shown = await asked(at);
    await approve(at, shown);
    const { ticket } = await at.desk.ticket(at.as("sato"), shown.id);
    const told = (seconds: number) =>
      at.desk.offlineRelease({
        ticket: ticket ?? "",
        at: Math.floor(at.clock.now / 1000) + seconds,
      });
    await expect(told(-121)).rejects.toMatchObject(code("release/unknown"));
    await told(-120);
    expect((await recordOf(at)).map(({ kind }) => kind)).toContain("released-offline");
  });
}
