/** WeChat's own scanner. Reads one code, or says that the guard went back or nothing was read. */
export async function scanCode(): Promise<{ text: string } | 'cancelled' | 'failed'> {
  try {
    const { result } = await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { text: result }
  } catch (reason) {
    const message = (reason as { errMsg?: string }).errMsg ?? ''
    return message.includes('cancel') ? 'cancelled' : 'failed'
  }
}
