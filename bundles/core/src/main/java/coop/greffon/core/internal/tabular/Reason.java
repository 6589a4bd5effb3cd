package coop.greffon.core.internal.tabular;

/** Why a file cannot be read as a table. In every sentence {@code {0}} is the file's name. */
enum Reason {
    EMPTY("core.tabular.empty"),
    TOO_LARGE("core.tabular.too-large"),
    TOO_MANY_COLUMNS("core.tabular.too-many-columns"),
    TOO_MANY_ROWS("core.tabular.too-many-rows"),
    TOO_DENSE("core.tabular.too-dense"),
    DAMAGED("core.tabular.damaged"),
    PROTECTED("core.tabular.protected"),
    PDF("core.tabular.pdf"),
    IMAGE("core.tabular.image"),
    DOCUMENT("core.tabular.document"),
    ARCHIVE("core.tabular.archive"),
    MARKUP("core.tabular.markup"),
    BINARY("core.tabular.binary"),
    OLD_WORKBOOK("core.tabular.old-workbook"),
    BINARY_WORKBOOK("core.tabular.binary-workbook"),
    NO_SHEET("core.tabular.no-sheet"),
    UNKNOWN_SHEET("core.tabular.unknown-sheet"),
    HEADER("core.tabular.header"),
    TOO_MANY_OPEN_QUOTES("core.tabular.too-many-open-quotes");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
