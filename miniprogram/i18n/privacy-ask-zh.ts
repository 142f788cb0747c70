/** WeChat's question before something private is used, in Chinese; privacy-ask-en.ts has the same shape. */
export const privacyAsk = {
  head: '需要您的同意',
  guide: '先看《小程序用户隐私保护指引》',
  agree: '同意',
  not: '不同意',
  uses: {
    photo: { what: '选照片或拍照，要用到您的相册和相机。', instead: '不同意，可以到校友工作办公室办理。' },
    phone: { what: '用微信登记的手机号，就不用手工输入了。', instead: '不同意，可以手工填写，或用短信验证码。' },
    clipboard: { what: '复制，要用到手机的剪贴板。', instead: '不同意，可以把内容抄下来。' },
    file: { what: '选文件，要用到您与别人聊天中的文件。', instead: '不同意，可以在电脑上导入。' },
  },
}
