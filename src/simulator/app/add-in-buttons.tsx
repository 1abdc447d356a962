import { ToolbarButton, ToolbarDivider } from "@fluentui/react-components";
import type { Control } from "../host/manifest";
import { useDemo } from "./demo-context";

interface AddInButtonsProps {
  readonly surface: Control["surface"];
  readonly onOpen: (control: Control) => void;
}

/** The add-in's buttons as its manifest names them. */
export function AddInButtons({ surface, onOpen }: AddInButtonsProps) {
  const { manifest } = useDemo();
  const controls = manifest?.controls.filter((each) => each.surface === surface && each.paneUrl);
  if (!controls || controls.length === 0) return null;
  return (
    <>
      <ToolbarDivider />
      {controls.map((control) => (
        <ToolbarButton
          key={control.id}
          icon={<img src={control.icon} width={20} height={20} alt="" />}
          title={control.tip}
          onClick={() => onOpen(control)}
        >
          {control.label}
        </ToolbarButton>
      ))}
    </>
  );
}
