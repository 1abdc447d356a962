import { Fragment } from "react";
import { Foreign } from "./foreign";

/** Where something stands, from the outside in: 「顧客一覧.xlsx › Sheet1 › 12 行」. */
export function PlaceLabel({ steps }: { readonly steps: readonly string[] }) {
  return (
    <span>
      {steps.map((step, index) => (
        <Fragment key={index}>
          {index > 0 && <span> › </span>}
          <Foreign text={step} />
        </Fragment>
      ))}
    </span>
  );
}
