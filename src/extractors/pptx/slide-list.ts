import type { OfficePackage } from "../office/office-package";
import { nameKey } from "../xml/name-key";
import { END_OF_XML, START } from "../xml/xml-scanner";
import { stringOf } from "../xml/xml-text";

const SLIDE_ID = nameKey("sldId");
const RELATION_ID = nameKey("id");

/** The paths of the slides in the order of the presentation, those at the end that it does not list. */
export function readSlideList(office: OfficePackage, mainPart: string): readonly string[] {
  const slides = office.relations(mainPart).filter(({ type }) => type === "slide");
  const listed: string[] = [];
  const scanner = office.scan(mainPart);
  for (let token = scanner.next(); token !== END_OF_XML; token = scanner.next()) {
    if (token !== START || scanner.name !== SLIDE_ID) continue;
    let id = "";
    // `id` stands twice, the second time for the relation; only that one is found.
    while (scanner.nextAttribute()) {
      if (scanner.attribute !== RELATION_ID) continue;
      const value = stringOf(scanner);
      if (slides.some((each) => each.id === value)) id = value;
    }
    const slide = slides.find((each) => each.id === id);
    if (slide) listed.push(slide.target);
  }
  const rest = slides.map(({ target }) => target).filter((each) => listed.indexOf(each) < 0);
  return listed.concat(rest).filter((each) => office.has(each));
}
