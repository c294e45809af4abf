/* Mesa's llvmpipe as a Vulkan driver that Chromium's WebGPU accepts: it names itself as SwiftShader does.
 *
 * Chromium refuses software adapters other than SwiftShader, which is several times slower on processors with wide
 * vectors. Everything but the device's identity is llvmpipe's; its description still says "llvmpipe".
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <vulkan/vulkan.h>

#define LLVMPIPE "libvulkan_lvp.so"
#define GOOGLE 0x1AE0
#define SWIFTSHADER 0xC0DE

typedef PFN_vkVoidFunction (*Lookup)(VkInstance, const char *);

static Lookup instance_function, device_function;
static VkResult (*negotiate)(uint32_t *);
static PFN_vkGetPhysicalDeviceProperties properties;
static PFN_vkGetPhysicalDeviceProperties2 properties2;

static void open_llvmpipe(void) {
  if (instance_function) return;
  void *library = dlopen(LLVMPIPE, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    fprintf(stderr, "%s\n", dlerror());
    return;
  }
  instance_function = (Lookup)dlsym(library, "vk_icdGetInstanceProcAddr");
  device_function = (Lookup)dlsym(library, "vk_icdGetPhysicalDeviceProcAddr");
  negotiate = (VkResult(*)(uint32_t *))dlsym(library, "vk_icdNegotiateLoaderICDInterfaceVersion");
}

static void rename_device(VkPhysicalDeviceProperties *found) {
  found->vendorID = GOOGLE;
  found->deviceID = SWIFTSHADER;
}

static VKAPI_ATTR void VKAPI_CALL renamed(VkPhysicalDevice device, VkPhysicalDeviceProperties *found) {
  properties(device, found);
  rename_device(found);
}

static VKAPI_ATTR void VKAPI_CALL renamed2(VkPhysicalDevice device, VkPhysicalDeviceProperties2 *found) {
  properties2(device, found);
  rename_device(&found->properties);
}

static PFN_vkVoidFunction wrapped(const char *name, PFN_vkVoidFunction found) {
  if (!found) return NULL;
  if (!strcmp(name, "vkGetPhysicalDeviceProperties")) {
    properties = (PFN_vkGetPhysicalDeviceProperties)found;
    return (PFN_vkVoidFunction)renamed;
  }
  if (!strcmp(name, "vkGetPhysicalDeviceProperties2") || !strcmp(name, "vkGetPhysicalDeviceProperties2KHR")) {
    properties2 = (PFN_vkGetPhysicalDeviceProperties2)found;
    return (PFN_vkVoidFunction)renamed2;
  }
  return found;
}

PFN_vkVoidFunction vk_icdGetInstanceProcAddr(VkInstance instance, const char *name) {
  open_llvmpipe();
  return instance_function ? wrapped(name, instance_function(instance, name)) : NULL;
}

PFN_vkVoidFunction vk_icdGetPhysicalDeviceProcAddr(VkInstance instance, const char *name) {
  open_llvmpipe();
  return device_function ? wrapped(name, device_function(instance, name)) : NULL;
}

VkResult vk_icdNegotiateLoaderICDInterfaceVersion(uint32_t *version) {
  open_llvmpipe();
  return negotiate ? negotiate(version) : VK_ERROR_INCOMPATIBLE_DRIVER;
}
