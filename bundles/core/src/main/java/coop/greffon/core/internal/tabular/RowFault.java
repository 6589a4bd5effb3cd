package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;

/** What may be wrong with one line of a file that is otherwise read. */
enum RowFault {
    TOO_FEW_CELLS("core.tabular.row.too-few-cells"),
    TOO_MANY_CELLS("core.tabular.row.too-many-cells"),
    OPEN_QUOTE("core.tabular.row.open-quote"),
    AFTER_OPEN_QUOTE("core.tabular.row.after-open-quote"),
    STRAY_QUOTE("core.tabular.row.stray-quote"),
    LINE_TOO_LONG("core.tabular.row.line-too-long"),
    CELL_TOO_LONG("core.tabular.row.cell-too-long"),
    ERROR_VALUE("core.tabular.row.error-value"),
    NUL_CHARACTER("core.tabular.row.nul-character");

    private final String key;

    RowFault(String key) {
        this.key = key;
    }

    Text text(Object... arguments) {
        return Text.of(key, arguments);
    }

    String key() {
        return key;
    }
}
