import { createContext, useContext, useSyncExternalStore } from "react";
import type { Language } from "../../locales/language";
import type { SimulatorTexts } from "../../locales/simulator";
import type { Manifest } from "../host/manifest";
import type { Client } from "./client";

export interface Demo {
  readonly client: Client;
  readonly language: Language;
  readonly texts: SimulatorTexts;
  /** Null where the add-in could not be loaded. */
  readonly manifest: Manifest | null;
  readonly isDark: boolean;
}

const DemoContext = createContext<Demo | null>(null);

export const DemoProvider = DemoContext.Provider;

export function useDemo(): Demo {
  const demo = useContext(DemoContext);
  if (!demo) throw new Error("demo context is missing");
  return demo;
}

interface Observed {
  readonly version: number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Draws again whenever the thing changes. */
export function useObservable<T extends Observed>(observed: T): T {
  useSyncExternalStore(observed.subscribe, () => observed.version);
  return observed;
}
