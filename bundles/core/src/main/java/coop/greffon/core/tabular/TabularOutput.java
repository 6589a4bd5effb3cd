package coop.greffon.core.tabular;

/** The formats that are written. */
public enum TabularOutput {
    /** CSV as RFC 4180 has it: comma, UTF-8 without byte order mark, decimal point. */
    CSV("text/csv; charset=utf-8", "csv"),
    /** CSV that a French Excel opens with a double click: semicolon, UTF-8 with byte order mark, decimal comma. */
    CSV_FRENCH("text/csv; charset=utf-8", "csv"),
    /** OpenDocument spreadsheet. */
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    /** Office Open XML workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** An array with an object for each row, whose names are the column titles. */
    JSON("application/json", "json");

    private final String mediaType;
    private final String extension;

    TabularOutput(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What goes into {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** What a file name ends with, without the point. */
    public String extension() {
        return extension;
    }
}
