import { createRoot } from "react-dom/client";
import { languageOf } from "../locales/language";
import type { Language } from "../locales/language";
import { simulatorTexts } from "../locales/simulator";
import { accountsOf } from "../simulator/app/accounts";
import { AddressBook } from "../simulator/app/address-book";
import { App } from "../simulator/app/app";
import { followArrivals } from "../simulator/app/arrivals";
import { Client } from "../simulator/app/client";
import type { Hosts } from "../simulator/app/client";
import { ComposeWindow } from "../simulator/host/compose-window";
import { readManifest } from "../simulator/host/manifest";
import type { Manifest } from "../simulator/host/manifest";
import { CLASSIC_LIKE, WEB } from "../simulator/host/profile";
import type { HostOptions } from "../simulator/host/session";
import { ReadWindow } from "../simulator/host/read-window";
import { ADDRESS_BOOK, seededStore } from "../simulator/seed/company";
import { STAFF } from "../simulator/seed/people";
import { WORLD_PATH } from "../simulator/world";
import type { World } from "../simulator/world";

/** The add-in as the server offers it; null where this page stands without one. */
async function loadManifest(locale: string): Promise<Manifest | null> {
  const response = await fetch("manifest.xml").catch(() => null);
  if (!response?.ok) return null;
  return readManifest(await response.text(), { origin: null, locale });
}

/** The service and its provider, where this page's server has them. */
async function loadWorld(): Promise<World | null> {
  const response = await fetch(WORLD_PATH).catch(() => null);
  return response?.ok ? ((await response.json()) as World) : null;
}

type Common = Omit<HostOptions, "shell">;

function hostsOf(common: Common): Hosts {
  return {
    compose: (item, shell) => new ComposeWindow(item, { ...common, shell }),
    read: (person, shell) => new ReadWindow(person, { ...common, shell }),
  };
}

async function main(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const language: Language = languageOf(query.get("lang") ?? undefined);
  const locale = language === "ja" ? "ja-JP" : "en-US";
  const texts = simulatorTexts[language];
  const [manifest, world] = await Promise.all([loadManifest(locale), loadWorld()]);
  document.documentElement.lang = language;
  document.title = `${texts.product} (${texts.demo})`;
  const store = seededStore(Date.now());
  if (world) followArrivals(store);
  const client = new Client({
    store,
    book: new AddressBook(ADDRESS_BOOK),
    hosts:
      manifest &&
      hostsOf({
        manifest,
        locale,
        profile: query.get("client") === "classic" ? CLASSIC_LIKE : WEB,
        accounts: accountsOf(world, localStorage),
      }),
    texts,
    person: STAFF,
    now: Date.now,
  });
  const root = document.getElementById("simulator");
  if (!root) throw new Error("simulator.html has no place for the page");
  createRoot(root).render(
    <App
      demo={{ client, language, texts, manifest }}
      isDarkFirst={query.get("theme") === "dark"}
    />,
  );
}

void main();
