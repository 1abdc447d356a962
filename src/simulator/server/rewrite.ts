const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
export const LOCAL_OFFICE_JS = "/office-js/office.js";
export const AJAX_PATH = "/microsoft-ajax.js";

/** The deployed page with Microsoft's script address led to this server. */
export const localPage = (html: string): string =>
  html.replace(
    `<script src="${OFFICE_JS}"></script>`,
    `<script src="${AJAX_PATH}"></script><script src="${LOCAL_OFFICE_JS}"></script>`,
  );
