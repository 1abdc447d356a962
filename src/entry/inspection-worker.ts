import { judge } from "../judgement/judge";
import type { Job, WorkerWord } from "../pane/inspection/job";
import { judgeJob } from "../pane/inspection/worker-loop";

const say = (word: WorkerWord): void => self.postMessage(word);

self.onmessage = ({ data }: MessageEvent<Job>) => judgeJob(judge, data, say);
say({ type: "ready" });
