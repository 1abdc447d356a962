import { accuracyOf, type KindFigures } from "./accuracy";
import { SEED, wholeCorpus } from "./corpus";
import { type FileResult, measure } from "./measure";

const share = (number: number): string => number.toFixed(4);

function table(title: string, figures: readonly KindFigures[]): void {
  console.log(`\n${title}\n  kind           values  precision  recall      F1   least`);
  for (const { kind, values, precision, recall, f1, least } of figures) {
    const cells = [String(values).padStart(6), share(precision), share(recall), share(f1)];
    console.log(`  ${kind.padEnd(13)}  ${cells.join("   ")}   ${least ?? "-"}`);
  }
}

const missed = ({ file, persons, reason, hits }: FileResult): string => {
  const wrong = Object.entries(hits)
    .filter(([, each]) => each.wrong + each.missed > 0)
    .map(([kind, each]) => `${kind} -${each.missed} +${each.wrong}`);
  return `  ${file.name}: ${persons} of ${file.persons} persons ${reason ?? ""} ${wrong.join(", ")}`;
};

const seed = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? SEED);
const results = wholeCorpus(seed).map(measure);
const accuracy = accuracyOf(results);
table("Lists and hard negatives", accuracy.lists);
table("Letters, blocks and forms (no threshold)", accuracy.papers);
console.log(
  `\nLists with an error of the person count above 1 %: ${accuracy.listErrors.length} of ${accuracy.listCount}`,
);
accuracy.listErrors.forEach((each) => console.log(missed(each)));
console.log(`Papers with another count: ${accuracy.paperErrors.length} of ${accuracy.paperCount}`);
accuracy.paperErrors.forEach((each) => console.log(missed(each)));
console.log(
  `Hard negatives with persons: ${accuracy.loudNegatives.length} of ${accuracy.negativeCount}`,
);
accuracy.loudNegatives.forEach((each) => console.log(missed(each)));
if (process.argv.includes("--all")) {
  console.log("Values missed or wrong elsewhere:");
  for (const each of results) {
    const isWrong = Object.values(each.hits).some(({ wrong, missed }) => wrong + missed > 0);
    if (isWrong) console.log(missed(each), each.missing.slice(0, 5).join(" / "));
  }
}
accuracy.shortfalls.forEach((each) => console.error(`below its threshold: ${each}`));
process.exitCode = accuracy.shortfalls.length > 0 ? 1 : 0;
