import { Badge } from "@fluentui/react-components";
import { useShared } from "./shared-styles";

/** What is unusual, in words: a frame and a sign, so that it does not hang on its colour. */
export function Marks({ marks }: { readonly marks: readonly string[] }) {
  const shared = useShared();
  if (marks.length === 0) return null;
  return (
    <ul className={`${shared.list} ${shared.marks}`}>
      {marks.map((mark) => (
        <li key={mark}>
          <Badge
            appearance="outline"
            color="warning"
            size="large"
            icon={<span aria-hidden="true">!</span>}
            style={{ height: "auto", minHeight: "24px", whiteSpace: "normal" }}
          >
            {mark}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
