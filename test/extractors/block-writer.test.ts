import { BATCH_LIMITS } from "../../src/core/limits";
import { BlockWriter } from "../../src/extractors/block-writer";
import { Budget } from "../../src/extractors/budget";

test("rows and cells written past a full block are not lost", () => {
  const writer = new BlockWriter({ steps: [] }, "table", new Budget(BATCH_LIMITS, () => 0));
  for (let row = 1; row <= 10_000; row++) {
    for (let column = 0; column < 3; column++) {
      writer.string("a".repeat(column + 1));
      writer.endCell(column);
    }
    writer.endRow(row);
  }
  expect(writer.full).toBe(true);
  const block = writer.take();
  expect(block.rowCount).toBe(10_000);
  expect(block.rowNumbers[9_999]).toBe(10_000);
  expect(block.rowEnds[9_999]).toBe(30_000);
  expect(block.cellEnds[29_999]).toBe(60_000);
  expect(block.cellColumns[29_999]).toBe(2);
});
