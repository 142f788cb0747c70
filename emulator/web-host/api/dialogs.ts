// showToast, showLoading, showModal, showActionSheet.
import { hideToast, showActionSheet, showModal, showToast } from '../runtime/dialogs'
import { currentPage } from '../runtime/page-stack'
import { resourceUrl } from '../runtime/resources'
import { apis } from './call'

function setUnloadAlert(message: string | undefined): void {
  const entry = currentPage()
  if (entry) entry.window.alertBeforeUnload = message
}

export const dialogs = apis({
  showToast: (options) => {
    const image = options.image ? resourceUrl(options.image, currentPage()?.path) : undefined
    showToast({ ...options, ...(image && { image }) })
  },
  hideToast,
  showLoading: (options) => showToast({ ...options, icon: 'loading', duration: 0 }),
  hideLoading: hideToast,
  showModal,
  showActionSheet: async ({ itemList, itemColor, alertText }) => {
    if (!Array.isArray(itemList) || itemList.length === 0 || itemList.length > 6) {
      throw new Error('parameter error: itemList should have 1 to 6 items')
    }
    const tapIndex = await showActionSheet(itemList, itemColor, alertText)
    if (tapIndex < 0) throw new Error('cancel')
    return { tapIndex }
  },
  enableAlertBeforeUnload: ({ message }) => setUnloadAlert(message),
  disableAlertBeforeUnload: () => setUnloadAlert(undefined),
})
