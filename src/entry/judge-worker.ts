import { parentPort } from "node:worker_threads";
import { runJudgeTask, type JudgeTask } from "../service/desk/judge-job";

parentPort?.on("message", (task: JudgeTask) => parentPort?.postMessage(runJudgeTask(task)));
