/**
 * Files for staff on the phone: fetched into a temporary place that WeChat clears, never kept by us. A workbook opens in
 * WeChat's own viewer; anything can be sent to a chat (the file transfer to oneself). Facts [M]: openDocument shows office
 * formats and PDF only; shareFileMessage since 2.16.1 and from a tap.
 */

/** Fetches a file. @returns its temporary path, or null when it did not come whole */
export function fetchFile(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => resolve(statusCode === 200 ? tempFilePath : null),
      fail: () => resolve(null),
    })
  })
}

/** Shows a workbook; its menu forwards and prints it. @returns false when the phone cannot */
export async function openWorkbook(filePath: string): Promise<boolean> {
  try {
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}

/** Sends a file to a chat that the person chooses. @returns false when nothing was sent */
export async function sendFile(filePath: string, fileName: string): Promise<boolean> {
  try {
    await wx.shareFileMessage({ filePath, fileName })
    return true
  } catch {
    return false
  }
}
