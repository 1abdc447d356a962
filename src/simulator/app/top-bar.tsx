import {
  Avatar,
  Badge,
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { PEOPLE } from "../seed/people";
import { useAskFirst } from "./ask-first";
import { useDemo, useObservable } from "./demo-context";
import { Icon } from "./icon";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "12px",
    height: "48px",
    paddingInline: "12px",
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    minWidth: 0,
    overflow: "hidden",
    "& button": { minWidth: 0 },
  },
  product: { margin: 0, fontWeight: 600, fontSize: "16px", whiteSpace: "nowrap" },
  space: { flexGrow: 1 },
  onBrand: {
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { color: tokens.colorNeutralForegroundOnBrand },
    ":hover:active": { color: tokens.colorNeutralForegroundOnBrand },
  },
  pressed: {
    backgroundColor: "rgb(255 255 255 / 22%)",
    color: tokens.colorNeutralForegroundOnBrand,
    "& .fui-Button__icon": { color: tokens.colorNeutralForegroundOnBrand },
    ":hover": {
      backgroundColor: "rgb(255 255 255 / 30%)",
      color: tokens.colorNeutralForegroundOnBrand,
      "& .fui-Button__icon": { color: tokens.colorNeutralForegroundOnBrand },
    },
  },
  who: { display: "grid", marginLeft: "8px", textAlign: "start", lineHeight: 1.25 },
  name: { fontSize: "13px", fontWeight: 600 },
  title: { fontSize: "11px" },
});

interface TopBarProps {
  readonly isDark: boolean;
  readonly onDark: (isDark: boolean) => void;
  readonly onStories: () => void;
}

/** Who is signed in, and what concerns the page as a whole. */
export function TopBar({ isDark, onDark, onStories }: TopBarProps) {
  const { texts, language } = useDemo();
  const styles = useStyles();
  const { dialog, ask } = useAskFirst();
  const other = language === "ja" ? "?lang=en" : "?lang=ja";
  return (
    <header className={styles.bar}>
      <Button
        className={mergeClasses("narrow-only", styles.onBrand)}
        appearance="transparent"
        icon={<Icon name="menu" />}
        aria-label={texts.stories.title}
        onClick={onStories}
      />
      <h1 className={mergeClasses(styles.product, "roomy-only")}>{texts.product}</h1>
      <Badge appearance="outline" className={mergeClasses(styles.onBrand, "roomy-only")}>
        {texts.demo}
      </Badge>
      <span className={styles.space} />
      <Tooltip content={texts.startOver} relationship="label">
        <Button
          className={styles.onBrand}
          appearance="transparent"
          icon={<Icon name="restart" />}
          onClick={() => ask(() => location.reload())}
        />
      </Tooltip>
      <Button
        className={styles.onBrand}
        appearance="transparent"
        onClick={() => ask(() => location.assign(isDark ? `${other}&theme=dark` : other))}
        lang={language === "ja" ? "en" : "ja"}
      >
        {texts.otherLanguage}
      </Button>
      <Tooltip content={texts.darkMode} relationship="label">
        <ToggleButton
          className={mergeClasses(styles.onBrand, isDark && styles.pressed)}
          appearance="transparent"
          icon={<Icon name="moon" />}
          checked={isDark}
          onClick={() => onDark(!isDark)}
        />
      </Tooltip>
      <PersonMenu />
      {dialog}
    </header>
  );
}

function PersonMenu() {
  const { texts, ...demo } = useDemo();
  const client = useObservable(demo.client);
  const styles = useStyles();
  const { person } = client;
  const title = texts.people[person.id];
  const choose = (id: string | undefined) => {
    const chosen = PEOPLE.find((each) => each.id === id);
    if (chosen && chosen.id !== person.id) client.signIn(chosen);
  };
  return (
    <Menu
      checkedValues={{ person: [person.id] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.onBrand}
          appearance="transparent"
          icon={<Avatar size={32} name={person.name} initials={person.name[0] ?? ""} aria-hidden />}
          aria-label={`${texts.signedInAs}: ${person.name} (${title})`}
        >
          <span className={mergeClasses(styles.who, "roomy-only")}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.title}>{title}</span>
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.switchPerson}>
          {PEOPLE.map((each) => (
            <MenuItemRadio key={each.id} name="person" value={each.id}>
              {each.name} ({texts.people[each.id]})
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
