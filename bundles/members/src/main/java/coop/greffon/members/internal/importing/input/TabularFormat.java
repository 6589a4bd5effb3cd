package coop.greffon.members.internal.importing.input;

/** The formats that are read. */
public enum TabularFormat {
    /** Text with separators, in any of the usual charsets. */
    CSV,
    /** An OpenDocument spreadsheet. */
    ODS,
    /** An Office Open XML workbook. */
    XLSX
}
