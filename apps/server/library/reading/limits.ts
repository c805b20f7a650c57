const mebibyte = 1024 * 1024

/** The bounds of 02 §2. The caller may lower them (`MAX_UPLOAD_SIZE_MB`); nothing raises the archive's. */
export interface ReadingLimits {
  file_bytes: number
  archive_entries: number
  unpacked_bytes: number
  unpacked_entry_bytes: number
  /** Unpacked bytes ÷ packed bytes of one entry, asked only of entries above `ratio_from_bytes`. */
  unpack_ratio: number
  ratio_from_bytes: number
  xml_depth: number
  pdf_pages: number
  pdf_characters_per_page: number
  picture_pixels: number
  pictures: number
  seconds: number
  memory_mb: number
  /** Bytes of JSON the parent takes from the child. */
  reply_bytes: number
}

export const readingLimits: ReadingLimits = {
  file_bytes: 50 * mebibyte,
  archive_entries: 5_000,
  unpacked_bytes: 500 * mebibyte,
  unpacked_entry_bytes: 100 * mebibyte,
  unpack_ratio: 100,
  ratio_from_bytes: mebibyte,
  xml_depth: 256,
  pdf_pages: 500,
  pdf_characters_per_page: 25,
  picture_pixels: 40_000_000,
  pictures: 200,
  seconds: 60,
  memory_mb: 512,
  reply_bytes: 32 * mebibyte,
}
